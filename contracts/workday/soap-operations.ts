/**
 * The SOAP operations described here, by service: the root elements of their requests, which alone tell them apart
 * (the vendor's WSDLs name no soapAction).
 */
export const soapServices: Readonly<Record<string, readonly string[]>> = {
  Human_Resources: [
    'Get_Workers_Request',
    'Get_Organizations_Request',
    'Get_Locations_Request',
    'Get_Job_Profiles_Request',
    'Server_Timestamp_Get',
    'Maintain_Contact_Information_for_Person_Event_Request',
    'Change_Work_Contact_Information_Request',
    'Get_Worker_Photos_Request',
    'Put_Worker_Photo_Request',
  ],
  Staffing: ['Get_Workers_Request', 'Hire_Employee_Request', 'Change_Job_Request', 'Terminate_Employee_Request'],
  Integrations: [
    'Launch_Integration_Event_Request',
    'Get_Integration_Events_Request',
    'Get_Subscriptions_Request',
    'Put_Subscription_Request',
  ],
}
